//! Demos by command: the same from the same seed, walled from what is real, and told by the first page for a terminal.

use super::*;

#[tokio::test]
async fn the_same_seed_and_instant_make_the_same_demo_on_every_database() {
    let told_of = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    addresses(|database: String| {
        let told_of = told_of.clone();
        async move {
            let mut all = told(
                &database,
                &[
                    "demo",
                    "--seed",
                    "1",
                    "--days",
                    "7",
                    "--contacts",
                    "40",
                    "--at",
                    "2026-03-04T16:00:00Z",
                ],
            );
            for at in [
                "2026-02-27T16:00:00Z",
                "2026-03-02T20:15:00Z",
                "2026-03-04T16:00:00Z",
            ] {
                for question in [["open", "--at"], ["response", "--to"]] {
                    let arguments = [
                        "report",
                        question[0],
                        "--practice",
                        "harbor",
                        "--format",
                        "json",
                        question[1],
                        at,
                    ];
                    all += &told(&database, &arguments);
                }
                let page = told(&database, &["report", "all", "--practice", "harbor", "--at", at]);
                for sentence in ["We answer within 30 minutes.", "Patients come back."] {
                    assert!(page.contains(sentence), "{page}");
                }
                all += &page;
            }
            told_of.lock().expect("no test failed before").push(all);
        }
    })
    .await;
    let told_of = told_of.lock().expect("no test failed before");
    assert_eq!(told_of.len(), 2);
    assert_eq!(told_of[0], told_of[1]);
}

#[tokio::test]
async fn nothing_real_is_put_into_a_demo_and_no_demo_into_what_is_real() {
    addresses(async |database: String| {
        let small = ["demo", "--days", "1", "--contacts", "10"];
        told(&database, &small);
        let arguments = [
            "practice",
            "add",
            "clinic",
            "--name",
            "Clinic",
            "--timezone",
            "UTC",
        ];
        let (said, _) = complaint(&database, &arguments);
        assert!(said.contains("is a demo, where nothing is real"), "{said}");
        let (said, _) = complaint(&database, &small);
        assert!(said.contains("a database of its own"), "{said}");
    })
    .await;
    addresses(async |database: String| {
        add_practice(&database);
        let (said, _) = complaint(&database, &["demo", "--days", "1"]);
        assert!(said.contains("a database of its own"), "{said}");
    })
    .await;
}
