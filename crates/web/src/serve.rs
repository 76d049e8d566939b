//! A node's pages on a socket.

use std::net::SocketAddr;

use anteroom_app::App;
use tokio::net::TcpListener;

use crate::{WebConfig, router};

/// Serves until `stop` comes; answers that were begun are finished first.
pub async fn serve(
    listener: TcpListener,
    app: App,
    config: WebConfig,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router(app, config).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
