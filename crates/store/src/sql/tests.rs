use super::*;

fn verdict(sql: &Sql) -> Result<(), String> {
    check(sql, &["request".to_owned(), "entry".to_owned()])
}

fn practice(text: &'static str) -> Result<(), String> {
    verdict(&Sql::practice("TEXT", text))
}

#[test]
fn placeholders_are_rewritten_for_postgres_but_not_in_quotes() {
    let sql = Sql::practice(
        "TEXT",
        "SELECT '?1', \"?2\" FROM t WHERE a = ?1 AND b = ?23 OR c ? d",
    );
    assert_eq!(
        sql.postgres(),
        "SELECT '?1', \"?2\" FROM t WHERE a = $1 AND b = $23 OR c ? d"
    );
}

#[test]
fn a_differing_text_keeps_both_wordings() {
    let sql = Sql::worded("TEXT", Scope::System, "SELECT 1", Some("SELECT 2 + ?1"));
    assert_eq!((sql.sqlite(), sql.postgres()), ("SELECT 1", "SELECT 2 + $1"));
}

#[test]
fn a_text_that_touches_a_practices_table_without_the_practice_is_caught() {
    for text in [
        "SELECT id FROM request WHERE id = ?2 AND ?1 = ?1",
        "UPDATE request SET state = ?2 WHERE id = ?1",
        "DELETE FROM entry WHERE id = ?1",
        "INSERT INTO request (id) VALUES (?1)",
        "SELECT r.id FROM request r JOIN entry e ON e.request_id = r.id WHERE r.practice_id = ?1",
        "SELECT 1 FROM (request) WHERE id = ?1",
        "SELECT 1 FROM request, entry WHERE request.practice_id = ?1",
        "SELECT 'practice_id' FROM request WHERE id = ?1",
        "SELECT id FROM request WHERE practice_id = ?2",
    ] {
        assert!(practice(text).is_err(), "{text}");
    }
}

#[test]
fn a_text_that_names_the_practice_for_each_table_passes() {
    for text in [
        "SELECT id FROM request WHERE practice_id = ?1",
        "INSERT INTO request (practice_id, id) VALUES (?1, ?2) ON CONFLICT (practice_id, id) DO UPDATE SET v = request.v + 1",
        "SELECT e.request, r.id FROM request r JOIN entry e USING (practice_id, id) WHERE r.practice_id = ?1",
        "INSERT INTO request (practice_id, id, entry) VALUES (?1, ?2, ?3) RETURNING id, entry",
        "SELECT 1 FROM request WHERE practice_id = ?1 AND about IS DISTINCT FROM entry",
        "SELECT account_id FROM membership WHERE practice_id = ?1",
    ] {
        assert_eq!(practice(text), Ok(()), "{text}");
    }
}

#[test]
fn a_system_text_that_touches_a_practices_table_is_caught() {
    assert!(
        verdict(&Sql::system(
            "TEXT",
            "SELECT id FROM request WHERE practice_id = ?1"
        ))
        .is_err()
    );
    assert!(
        verdict(&Sql::worded(
            "TEXT",
            Scope::System,
            "SELECT 1",
            Some("SELECT id FROM entry")
        ))
        .is_err()
    );
    assert_eq!(
        verdict(&Sql::system("TEXT", "SELECT request FROM token WHERE hash = ?1")),
        Ok(())
    );
}
