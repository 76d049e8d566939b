//! The door of a connected phone system. Who isn't believed gets the answer of a page that isn't there, whatever the reason.

use anteroom_app::calls::posts;
use anteroom_core::limits;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use crate::Web;
use crate::errors::Problem;
use crate::frame::{In, named};

/// The header of the signature.
const SIGNATURE: &str = "anteroom-signature";

pub(super) async fn posted(
    State(web): State<Web>,
    In(slug): In<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Problem> {
    let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok());
    let signature = signature.ok_or(Problem::Missing)?.to_owned();
    let practice = named(&web, &slug).await?;
    let whole = to_bytes(body, limits::POST_BYTES);
    let bytes = tokio::time::timeout(web.config.patience.body, whole).await;
    let bytes = bytes.map_err(|_| Problem::Slow)?.map_err(|_| Problem::TooLarge)?;
    posts::posted(&web.app, &practice, &signature, &bytes).await?;
    // Kept and understood, or kept for somebody to look at: sending it again would change neither.
    Ok(StatusCode::NO_CONTENT)
}
