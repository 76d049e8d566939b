use super::*;

fn tongue(query: &str, cookie: &str, accepts: &str) -> Tongue {
    let request = axum::http::Request::builder()
        .uri(format!("/harbor{query}"))
        .header(COOKIE, cookie)
        .header(ACCEPT_LANGUAGE, accepts)
        .body(())
        .unwrap();
    Tongue::read(&request.into_parts().0)
}

fn practice(locale: &str, country: &str) -> Practice {
    Practice {
        id: [0; 16].into(),
        slug: "harbor".to_owned(),
        name: "Harbor".to_owned(),
        timezone: "UTC".to_owned(),
        country: country.to_owned(),
        locale: locale.to_owned(),
        emergency_number: "911".to_owned(),
        phone: String::new(),
    }
}

#[test]
fn a_language_that_was_asked_for_outranks_the_kept_one_the_browsers_and_the_practices() {
    let es = practice("es", "US");
    assert_eq!(
        tongue("?lang=en", "anteroom_lang=es", "es").words_at(&es).lang,
        Lang::En
    );
    assert_eq!(tongue("", "anteroom_lang=en", "es").words_at(&es).lang, Lang::En);
    assert_eq!(tongue("", "", "en").words_at(&es).lang, Lang::En);
    assert_eq!(tongue("", "", "de, pl;q=0.5").words_at(&es).lang, Lang::Es);
    assert_eq!(tongue("?lang=xx", "anteroom_lang=..", "*").words().lang, Lang::En);
}

#[test]
fn the_browsers_best_language_wins_by_its_weight() {
    assert_eq!(best("en;q=0.5, es-MX;q=0.8"), Some((Lang::Es, "MX".to_owned())));
    assert_eq!(best("de, en-GB"), Some((Lang::En, "GB".to_owned())));
    assert_eq!(best("en;q=0"), None);
    assert_eq!(best("en;q=NaN, es;q=-1"), None);
}

#[test]
fn english_counts_to_twelve_for_an_american_reader_or_a_reader_of_an_american_practice() {
    let american = practice("en-US", "US");
    assert!(tongue("", "", "en-US").words_at(&american).hour12);
    assert!(tongue("", "", "en").words_at(&american).hour12);
    assert!(!tongue("", "", "en-GB").words_at(&american).hour12);
    assert!(!tongue("", "", "es-US").words_at(&american).hour12);
}

#[test]
fn a_star_marks_the_strong_piece_of_a_sentence() {
    let pieces: Vec<_> = Words::pieces("within *30 minutes*.")
        .into_iter()
        .map(|piece| (piece.text, piece.strong))
        .collect();
    let said = [("within ", false), ("30 minutes", true), (".", false)];
    assert_eq!(pieces, said.map(|(text, strong)| (text.to_owned(), strong)));
}

mod files;
