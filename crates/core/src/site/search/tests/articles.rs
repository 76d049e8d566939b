use std::collections::{BTreeMap, BTreeSet};

use super::super::Language;
use super::super::wording::{readable, words};
use crate::limits;
use crate::site::articles::Text;

/// Where the demo's help centre and the questions about it stand.
pub(super) const HELP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/site");

/// An article's file: what stands in front of it, and its text.
pub(super) struct Article {
    pub language: Language,
    pub file: String,
    front: BTreeMap<String, String>,
    pub body: String,
}

impl Article {
    pub(super) fn front(&self, key: &str) -> &str {
        self.front
            .get(key)
            .unwrap_or_else(|| panic!("{} has no {key}", self.file))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the articles are files, and these tests read them all"
)]
pub(super) fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the articles are files, and these tests read them all"
)]
fn files(folder: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<String> = files
        .map(|file| file.unwrap().path().display().to_string())
        .collect();
    files.sort();
    files
}

pub(super) fn articles() -> Vec<Article> {
    let mut articles = Vec::new();
    for language in Language::ALL {
        for file in files(&format!("{HELP}/harbor/{language}")) {
            let text = read(&file);
            let parts = text
                .strip_prefix("---\n")
                .and_then(|text| text.split_once("\n---\n"));
            let (front, body) = parts.unwrap_or_else(|| panic!("{file} has no front"));
            let front = front
                .lines()
                .map(|line| line.split_once(": ").unwrap_or_else(|| panic!("{file}: {line}")));
            articles.push(Article {
                language: *language,
                front: front
                    .map(|(key, value)| (key.to_owned(), value.to_owned()))
                    .collect(),
                body: body.to_owned(),
                file,
            });
        }
    }
    articles
}

fn counted(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// The text as sentences, a line of a list or a heading being one.
fn sentences(text: &str) -> usize {
    let ends = text.split(['.', '!', '?', ':', ';', '\n']);
    ends.filter(|sentence| sentence.chars().any(char::is_alphabetic))
        .count()
}

fn syllables(word: &str, language: Language) -> usize {
    let vowel = |letter: &u8| b"aeiou".contains(letter) || *letter == b'y' && language == Language::English;
    let starts = word.bytes().scan(false, |inside, letter| {
        let begins = vowel(&letter) && !*inside;
        *inside = vowel(&letter);
        Some(begins)
    });
    let count = starts.filter(|begins| *begins).count();
    let silent = language == Language::English && word.ends_with('e') && !word.ends_with("le") && count > 1;
    (count - usize::from(silent)).max(1)
}

#[test]
fn forty_articles_stand_in_both_languages() {
    let articles = articles();
    let of = |language: Language| -> BTreeSet<(&str, &str, &str)> {
        let of = articles.iter().filter(|article| article.language == language);
        of.map(|article| {
            (
                article.front("slug"),
                article.front("category"),
                article.front("review_by"),
            )
        })
        .collect()
    };
    let [english, spanish] = [Language::English, Language::Spanish].map(of);
    assert_eq!(english.len(), 40);
    assert_eq!(english, spanish);
    let categories = read(&format!("{HELP}/harbor/categories.tsv"));
    let categories: BTreeSet<&str> = categories
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    let used: BTreeSet<&str> = english.iter().map(|(_, category, _)| *category).collect();
    assert_eq!(used, categories);
}

#[test]
fn an_article_keeps_to_what_an_article_may_be() {
    for article in articles() {
        let file = &article.file;
        let owned = |key| article.front(key).to_owned();
        let text = Text {
            title: owned("title"),
            summary: owned("summary"),
            keywords: owned("keywords"),
            body: article.body.clone(),
            sources: owned("sources"),
        };
        assert!(text.checked().is_ok(), "{file}: {:?}", text.checked());
        let months: i64 = article.front("review_by").parse().unwrap();
        assert!((1..=limits::REVIEW_MONTHS_MAX).contains(&months), "{file}");
        assert!(
            text.sources
                .split(" ; ")
                .all(|source| source.starts_with("https://")),
            "{file}"
        );
        assert!(!article.body.contains(['<', '{', '\t']), "{file}");
        assert!(!article.body.lines().any(|line| line.starts_with("# ")), "{file}");
        let length = words(&readable(&article.body), article.language).len();
        assert!((150..=350).contains(&length), "{file} has {length} words");
    }
}

#[test]
fn every_link_inside_leads_somewhere() {
    let articles = articles();
    let slugs: BTreeSet<&str> = articles.iter().map(|article| article.front("slug")).collect();
    let numbers = ["tel:911", "tel:988", "tel:1-800-222-1222", "tel:1-833-852-6262"];
    let mut links = 0;
    for article in &articles {
        for rest in article.body.split("](").skip(1) {
            let (link, _) = rest.split_once(')').unwrap();
            let known = slugs.contains(link)
                || link == "../ask"
                || numbers.contains(&link)
                || link.starts_with("https://");
            assert!(known, "{}: {link}", article.file);
            assert_ne!(link, article.front("slug"), "{} leads to itself", article.file);
            links += 1;
        }
    }
    assert!(links > 250, "{links}");
}

/// English by Flesch and Kincaid's grade (1975), Spanish by Fernández Huerta's ease (1959): what a child of twelve reads.
#[test]
fn an_article_is_written_in_plain_words() {
    for article in articles() {
        let text = readable(&article.body);
        let words = words(&text, article.language);
        let said = words
            .iter()
            .map(|word| syllables(&word.text, article.language))
            .sum();
        let long = counted(words.len()) / counted(sentences(&text));
        let heavy = counted(said) / counted(words.len());
        let (plain, measure) = match article.language {
            Language::English => {
                let grade = 0.39 * long + 11.8 * heavy - 15.59;
                (grade <= 6.0, grade)
            }
            Language::Spanish => {
                let ease = 206.84 - 60.0 * heavy - 1.02 * long;
                (ease >= 70.0, ease)
            }
        };
        assert!(plain, "{}: {measure:.1}", article.file);
    }
}

#[test]
fn an_article_about_a_sick_child_says_when_to_call_at_once() {
    for article in articles()
        .iter()
        .filter(|article| article.front("category") == "sick-child")
    {
        let call = match article.language {
            Language::English => ["at once", "now"],
            Language::Spanish => ["de inmediato", "ya al"],
        };
        assert!(
            call.iter().any(|words| article.body.contains(words)),
            "{}",
            article.file
        );
    }
}
