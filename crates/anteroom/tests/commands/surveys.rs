//! Answers that are brought in by command, and the score as its report tells it.

use super::{add_practice, addresses, complaint, json, told};

const TABLE: &str = "Date;Score;Comment;Site\n\
    05/01/2026;10;Kind;Main\n\
    05/01/2026;10;Kind;Main\n\
    06/01/2026;9;;Main\n\
    07/01/2026;7;;North\n\
    08/01/2026;3;Long wait;North\n\
    09/01/2026;12;;North\n\
    32/01/2026;5;;North\n";

#[tokio::test]
async fn answers_are_brought_in_once_and_their_score_is_the_same_on_both_databases() {
    addresses(async |database: String| {
        add_practice(&database);
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("answers.csv");
        std::fs::write(&file, TABLE).expect("written");
        let file = file.to_str().expect("a path");
        let import = |map: &'static str| ["import", "surveys", file, "--practice", "clinic", "--map", map];
        let whole = import("at=Date:order=dmy,score=Score,comment=Comment,group=Site");
        let first = json(&told(&database, &whole));
        assert_eq!([&first["read"], &first["imported"]], [7, 5], "{first}");
        assert_eq!([&first["dirt"]["score"], &first["dirt"]["moment"]], [1, 1]);
        assert_eq!(first["rejected"][0]["line"], 7);
        let again = json(&told(&database, &whole));
        assert_eq!([&again["imported"], &again["known"]], [0, 5]);
        let span = ["--from", "2026-01-01", "--to", "2026-02-01"];
        let report = [&["report", "nps", "--practice", "clinic"], &span[..]].concat();
        let said = json(&told(&database, &[&report[..], &["--format", "json"]].concat()));
        assert_eq!([&said["n"], &said["promoters"]], [5, 3]);
        assert_eq!([&said["passives"], &said["detractors"]], [1, 1]);
        let points = |name: &str| said[name].as_f64().expect("points");
        assert!((points("nps") - 40.0).abs() < 1e-9);
        assert!(
            points("low") < 0.0 && points("high") > 75.0,
            "five answers say little: {said}"
        );
        assert!(said["response_rate"].is_null(), "nobody was asked here");
        let text = told(&database, &report);
        assert!(
            text.contains("40.0 points") && text.contains("few answers"),
            "{text}"
        );
        let (said, _) = complaint(&database, &import("at=Date"));
        assert!(said.contains("score"), "{said}");
    })
    .await;
}
