//! Members come, get other passwords, are let in again, and go.

use anteroom_app::practices::Practice;
use anteroom_app::staff::members::{self, Added, NewMember};
use anteroom_app::staff::{self, SignInRefusal, SignedIn};
use anteroom_app::{App, Failure};
use anteroom_core::access::Role;
use anteroom_core::text::Fault;
use anteroom_core::{Span, limits};

use crate::house::{House, found, missing, told};

const LOGIN: &str = "dana@example.org";

async fn add(app: &App, practice: &Practice, password: Option<&str>) -> Result<Added, Failure> {
    let typed = NewMember {
        name: "Dana Day".to_owned(),
        login: " Dana@example.org".to_owned(),
        role: Role::Manager,
        password: password.map(str::to_owned),
    };
    members::add(app, practice, &typed).await
}

async fn try_in(app: &App, password: &str) -> Result<SignedIn, SignInRefusal> {
    staff::sign_in(app, LOGIN, password).await.expect("judged")
}

/// The slugs of the desks that a session opens.
async fn desks(app: &App, token: &str) -> Option<Vec<String>> {
    let session = staff::session(app, token).await.expect("read")?;
    Some(
        session
            .practices
            .into_iter()
            .map(|practice| practice.slug)
            .collect(),
    )
}

#[tokio::test]
async fn who_is_added_signs_in_with_the_password_that_was_made_for_them() {
    told(|house: House| async move {
        let added = add(&house.app, &house.practice, None).await.expect("added");
        let password = added.password.expect("a new account");
        assert!(password.chars().count() >= limits::PASSWORD_MIN, "{password}");
        let signed_in = try_in(&house.app, &password).await.expect("right");
        let session = staff::session(&house.app, &signed_in.token).await.expect("read");
        let desk = staff::desk(&house.app, &session.expect("a session"), "north").await;
        assert_eq!(desk.expect("a desk").role, Role::Manager);
        let listed = members::list(&house.app, &house.practice).await.expect("listed");
        let listed: Vec<_> = listed
            .iter()
            .map(|(member, login)| (member.name.as_str(), login.as_deref()))
            .collect();
        assert_eq!(
            listed,
            [("Anna Ames", None), ("Ben Boyd", None), ("Dana Day", Some(LOGIN))]
        );
        let Err(Failure::Invalid(faults)) = add(&house.app, &house.practice, None).await else {
            panic!("added twice");
        };
        assert_eq!((faults[0].field, faults[0].fault), ("login", Fault::Taken));
        let Err(Failure::Invalid(faults)) = add(&house.app, &house.practice, Some("short")).await else {
            panic!("a short password");
        };
        assert_eq!(faults[0].field, "password");
    })
    .await;
}

#[tokio::test]
async fn who_works_at_two_practices_keeps_one_password_and_leaving_one_leaves_the_other() {
    told(|house: House| async move {
        let app = &house.app;
        let south = found(app, "south", "24/7").await;
        let first = add(app, &house.practice, Some("a long enough phrase")).await;
        assert_eq!(
            first.expect("added").password.as_deref(),
            Some("a long enough phrase")
        );
        let second = add(app, &south, Some("another long phrase"))
            .await
            .expect("joined");
        assert_eq!(second.password, None, "the account keeps its own");
        let signed_in = try_in(app, "a long enough phrase").await.expect("right");
        assert_eq!(desks(app, &signed_in.token).await.expect("a session").len(), 2);
        members::end(app, &house.practice, LOGIN).await.expect("ended");
        missing(members::end(app, &house.practice, LOGIN).await);
        assert_eq!(desks(app, &signed_in.token).await, Some(vec!["south".to_owned()]));
        members::end(app, &south, LOGIN).await.expect("ended");
        assert_eq!(desks(app, &signed_in.token).await, None, "it opens no desk");
        assert_eq!(members::list(app, &south).await.expect("listed"), []);
        let again = add(app, &south, None).await.expect("joined again");
        assert_eq!(again.password, None);
    })
    .await;
}

#[tokio::test]
async fn another_password_ends_the_sessions_and_the_lock() {
    told(|house: House| async move {
        let app = &house.app;
        let added = add(app, &house.practice, None).await.expect("added");
        let old = added.password.expect("a new account");
        let signed_in = try_in(app, &old).await.expect("right");
        for _ in 0..limits::WRONG_PASSWORDS {
            try_in(app, "a wrong password").await.expect_err("wrong");
        }
        let new = members::set_password(app, " DANA@example.org", None)
            .await
            .expect("set");
        assert_eq!(desks(app, &signed_in.token).await, None);
        assert_eq!(try_in(app, &old).await, Err(SignInRefusal::Wrong));
        assert!(try_in(app, &new).await.is_ok());
        missing(members::set_password(app, "nobody@example.org", None).await);
    })
    .await;
}

#[tokio::test]
async fn who_is_locked_out_is_let_in_again_by_a_command_and_every_deed_is_audited() {
    told(|house: House| async move {
        let app = &house.app;
        let added = add(app, &house.practice, None).await.expect("added");
        let password = added.password.expect("a new account");
        for _ in 0..limits::WRONG_PASSWORDS {
            try_in(app, "a wrong password").await.expect_err("wrong");
        }
        let until = house.now() + Span::from_minutes(1);
        assert_eq!(try_in(app, &password).await, Err(SignInRefusal::Locked { until }));
        members::unlock(app, LOGIN).await.expect("unlocked");
        assert!(try_in(app, &password).await.is_ok());
        missing(members::unlock(app, "nobody@example.org").await);
        members::set_password(app, LOGIN, None).await.expect("set");
        members::end(app, &house.practice, LOGIN).await.expect("ended");
        let practice = app.store.practice(house.practice.id);
        let member = added.member;
        let deeds = practice
            .read(move |tx| anteroom_store::recount::deeds_of_operators(tx, member))
            .await;
        assert_eq!(
            deeds,
            Ok(["add", "unlock", "password", "end"].map(str::to_owned).to_vec())
        );
    })
    .await;
}
