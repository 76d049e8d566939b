//! Members and jobs from the command line.

use anteroom_store::testing::addresses;

use super::{add_practice, complaint, told};

#[tokio::test]
async fn a_practices_members_are_kept_from_the_command_line() {
    addresses(async |database: String| {
        add_practice(&database);
        told(
            &database,
            &["practice", "add", "annex", "--name", "Annex", "--timezone", "UTC"],
        );
        let add = |slug| {
            let login = "dana@example.org";
            let who = ["--name", "Dana Day", "--login", login, "--role", "clinician"];
            told(&database, &[&["member", "add", slug], &who[..]].concat())
        };
        let password = |said: &str| {
            said.trim()
                .rsplit(' ')
                .next()
                .map_or(0, |word| word.chars().count())
        };
        let said = add("clinic");
        assert!(
            said.starts_with("dana@example.org works at Clinic; password"),
            "{said}"
        );
        assert!(password(&said) >= 15, "{said}");
        let said = add("annex");
        assert!(said.contains("signs in with the password they have"), "{said}");
        let listed = told(&database, &["member", "list", "clinic"]);
        assert!(
            listed.contains("dana@example.org") && listed.contains("clinician"),
            "{listed}"
        );
        let said = told(&database, &["member", "password", "dana@example.org"]);
        assert!(password(&said) >= 15, "{said}");
        told(&database, &["member", "unlock", "dana@example.org"]);
        told(&database, &["member", "end", "clinic", "dana@example.org"]);
        assert_eq!(told(&database, &["member", "list", "clinic"]), "");
        assert!(told(&database, &["member", "list", "annex"]).contains("Dana Day"));
        let (said, _) = complaint(&database, &["member", "unlock", "nobody@example.org"]);
        assert!(
            said.contains("nobody signs in there as nobody@example.org"),
            "{said}"
        );
        assert_eq!(told(&database, &["jobs"]), "no job was given up\n");
        let (said, _) = complaint(
            &database,
            &["jobs", "retry", "0190163d-8694-739b-aea5-966c26f8ad91"],
        );
        assert!(said.contains("`anteroom jobs` lists"), "{said}");
    })
    .await;
}
