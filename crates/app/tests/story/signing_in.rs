//! Signing in, the lock, sessions and whose desk opens.

use anteroom_app::jobs;
use anteroom_app::practices::Administrator;
use anteroom_app::staff::{self, SignInRefusal};
use anteroom_core::access::{Role, Tries};
use anteroom_core::{Span, Time, limits};
use anteroom_store::StoreError;
use anteroom_store::staff as rows;

use crate::house::{House, found, missing, told};

const PASSWORD: &str = "a long enough phrase";

async fn enrol(house: &House) {
    let typed = Administrator {
        name: "Cleo Clay".to_owned(),
        login: " Cleo@Example.org ".to_owned(),
        password: PASSWORD.to_owned(),
    };
    staff::enrol(&house.app, &house.practice, &typed, Role::Clinician)
        .await
        .expect("enrolled");
}

#[tokio::test]
async fn a_session_opens_the_desk_of_its_own_practices_and_ends_when_it_is_not_used() {
    told(|house: House| async move {
        enrol(&house).await;
        let app = &house.app;
        found(app, "south", "24/7").await;
        let signed_in = staff::sign_in(app, "CLEO@example.org", PASSWORD)
            .await
            .expect("judged")
            .expect("right");
        assert_eq!(signed_in.practices, std::slice::from_ref(&house.practice));
        let session = staff::session(app, &signed_in.token)
            .await
            .expect("read")
            .expect("a session");
        let desk = staff::desk(app, &session, "north").await.expect("a desk");
        assert_eq!(
            (desk.member.name.as_str(), desk.role),
            ("Cleo Clay", Role::Clinician)
        );
        missing(staff::desk(app, &session, "south").await);
        missing(staff::desk(app, &session, "nowhere").await);
        assert_eq!(staff::session(app, "forged").await.expect("read"), None);
        house.pass(limits::SESSION - Span::from_micros(1)).await;
        assert!(
            staff::session(app, &signed_in.token)
                .await
                .expect("read")
                .is_some(),
            "and it goes on from here"
        );
        house.pass(limits::SESSION - Span::from_micros(1)).await;
        assert!(
            staff::session(app, &signed_in.token)
                .await
                .expect("read")
                .is_some()
        );
        house.pass(limits::SESSION).await;
        assert_eq!(staff::session(app, &signed_in.token).await.expect("read"), None);
        let again = staff::sign_in(app, "cleo@example.org", PASSWORD)
            .await
            .expect("judged")
            .expect("right");
        staff::sign_out(app, &again.token).await.expect("signed out");
        assert_eq!(staff::session(app, &again.token).await.expect("read"), None);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account_for_a_minute_and_a_right_one_forgets_them() {
    told(|house: House| async move {
        enrol(&house).await;
        let app = &house.app;
        let attempt = async |password: &str| {
            staff::sign_in(app, "cleo@example.org", password)
                .await
                .expect("judged")
        };
        for _ in 0..4 {
            assert_eq!(attempt("a wrong password").await, Err(SignInRefusal::Wrong));
        }
        assert!(attempt(PASSWORD).await.is_ok());
        for _ in 0..4 {
            assert_eq!(attempt("a wrong password").await, Err(SignInRefusal::Wrong));
        }
        let until = house.now() + Span::from_minutes(1);
        assert_eq!(
            attempt("a wrong password").await,
            Err(SignInRefusal::Locked { until })
        );
        assert_eq!(attempt(PASSWORD).await, Err(SignInRefusal::Locked { until }));
        house.pass(Span::from_minutes(1)).await;
        assert!(attempt(PASSWORD).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn many_wrong_passwords_at_once_are_counted_each() {
    told(|house: House| async move {
        enrol(&house).await;
        let mut tries = Vec::new();
        for _ in 0..8 {
            let app = house.app.clone();
            let attempt = async move { staff::sign_in(&app, "cleo@example.org", "a wrong password").await };
            tries.push(tokio::spawn(attempt));
        }
        let mut locked = 0;
        for one in tries {
            let judged = one.await.expect("ran").expect("judged");
            locked += usize::from(matches!(judged, Err(SignInRefusal::Locked { .. })));
        }
        assert_eq!(locked, 8 - 4);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_login_is_locked_as_a_known_one_is() {
    told(|house: House| async move {
        enrol(&house).await;
        let app = &house.app;
        let mut told = Vec::new();
        for login in ["cleo@example.org", "nobody@example.org"] {
            let mut answers = Vec::new();
            for _ in 0..7 {
                let answer = staff::sign_in(app, login, "a wrong password")
                    .await
                    .expect("judged");
                answers.push(answer.expect_err("wrong"));
            }
            told.push(answers);
        }
        assert_eq!(told[0], told[1]);
        assert!(matches!(told[0][4], SignInRefusal::Locked { .. }), "{told:?}");
        assert_eq!(told[0][4], told[0][6], "tries while it is locked prolong nothing");
    })
    .await;
}

#[tokio::test]
async fn wrong_passwords_of_yesterday_count_no_more_and_are_swept() {
    told(|house: House| async move {
        enrol(&house).await;
        let app = &house.app;
        let wrong = async || {
            let judged = staff::sign_in(app, "cleo@example.org", "a wrong password").await;
            judged.expect("judged").expect_err("wrong")
        };
        for _ in 0..4 {
            assert_eq!(wrong().await, SignInRefusal::Wrong);
        }
        house.pass(limits::TRIES_KEPT).await;
        for _ in 0..4 {
            assert_eq!(wrong().await, SignInRefusal::Wrong);
        }
        house.pass(limits::TRIES_KEPT + limits::LOCK_MAX).await;
        assert_eq!(jobs::sweep(app).await.expect("swept"), 1);
        assert_eq!(jobs::sweep(app).await.expect("swept"), 0);
    })
    .await;
}

#[tokio::test]
async fn of_too_many_tried_logins_the_oldest_are_forgotten() {
    told(|house: House| async move {
        let system = house.app.store.system();
        let count = async |until: Time, kept: i64| {
            let swept = system
                .write(move |tx| rows::sweep_tries(tx, until, kept, 100))
                .await;
            swept.unwrap_or_else(|error: StoreError| panic!("{error}"))
        };
        for login in 0..5 {
            let tries = Tries::default().failed(house.now() + Span::from_secs(i64::from(login)));
            let put = system
                .write(move |tx| rows::put_tries(tx, [login; 32], tries))
                .await;
            assert_eq!(put, Ok::<_, StoreError>(()));
        }
        assert_eq!(count(Time::MIN, 5).await, 0);
        assert_eq!(count(Time::MIN, 3).await, 2);
        assert_eq!(count(house.now() + Span::from_secs(3), 3).await, 2);
        assert_eq!(count(Time::MAX, 3).await, 1);
    })
    .await;
}
