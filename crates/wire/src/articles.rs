//! Articles of a help centre as files: a few lines of `key: value` between two rules, then markdown; and the table of their
//! categories. It reads what stands there and knows no bounds: whoever keeps an article checks it.

/// An article as its file says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleFile {
    /// Its name in URLs.
    pub slug: String,
    /// Its category's name in URLs.
    pub category: String,
    /// Its title.
    pub title: String,
    /// What it says in short.
    pub summary: String,
    /// Words that patients use for it.
    pub keywords: String,
    /// Months until somebody has to read it again.
    pub review_months: Option<i64>,
    /// Where it comes from, a line each.
    pub sources: String,
    /// Markdown.
    pub body: String,
}

/// A category of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryLine {
    /// Its name in URLs.
    pub slug: String,
    /// Its name in each language, in the order of the table's heads.
    pub names: Vec<String>,
}

/// Why a file is no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    /// It doesn't begin with a rule of three hyphens.
    #[error("it has to begin with a line of three hyphens")]
    NoHead,
    /// The head has no end.
    #[error("a second line of three hyphens has to end its head")]
    NoEnd,
    /// A line of the head is no `key: value`.
    #[error("line {0} is no \"key: value\"")]
    NoKey(usize),
    /// A key that is not known.
    #[error("line {0} has a key that is not known")]
    Unknown(usize),
    /// The months are no number.
    #[error("line {0} wants a number of months")]
    Months(usize),
}

/// Reads an article's file.
pub fn article(text: &str) -> Result<ArticleFile, NoArticle> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().enumerate();
    if lines.next().is_none_or(|(_, line)| line.trim_end() != "---") {
        return Err(NoArticle::NoHead);
    }
    let mut file = ArticleFile::default();
    let mut ended = false;
    for (at, line) in lines.by_ref() {
        let line = line.trim();
        if line == "---" {
            ended = true;
            break;
        }
        if line.is_empty() {
            continue;
        }
        let (key, value) = line.split_once(':').ok_or(NoArticle::NoKey(at + 1))?;
        head(&mut file, key.trim(), value.trim(), at + 1)?;
    }
    if !ended {
        return Err(NoArticle::NoEnd);
    }
    let body: Vec<&str> = lines.map(|(_, line)| line).collect();
    body.join("\n").trim().clone_into(&mut file.body);
    Ok(file)
}

fn head(file: &mut ArticleFile, key: &str, value: &str, line: usize) -> Result<(), NoArticle> {
    let field = match key {
        "title" => &mut file.title,
        "slug" => &mut file.slug,
        "category" => &mut file.category,
        "keywords" => &mut file.keywords,
        "summary" => &mut file.summary,
        "review_by" => {
            file.review_months = Some(value.parse().map_err(|_| NoArticle::Months(line))?);
            return Ok(());
        }
        "sources" => {
            let sources: Vec<&str> = value.split(" ; ").map(str::trim).collect();
            file.sources = sources.join("\n");
            return Ok(());
        }
        _ => return Err(NoArticle::Unknown(line)),
    };
    value.clone_into(field);
    Ok(())
}

/// Reads the table of categories: slug, order, then a name a language, parted by tabs. Lines that begin with `#` say what
/// the columns are. In the table's order; a line without a slug and a name is none.
pub fn categories(text: &str) -> Vec<CategoryLine> {
    let mut lines: Vec<(i64, CategoryLine)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t').map(str::trim);
        let (Some(slug), Some(order)) = (cells.next(), cells.next()) else {
            continue;
        };
        let names: Vec<String> = cells.map(str::to_owned).collect();
        if slug.is_empty() || names.is_empty() {
            continue;
        }
        let slug = slug.to_owned();
        lines.push((order.parse().unwrap_or(i64::MAX), CategoryLine { slug, names }));
    }
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_read_with_its_head_and_its_words() {
        let file = article(
            "---\ntitle: Fever: when to call\nslug: fever\ncategory: sick-child\nkeywords: hot, temperature\n\
             summary: What to do.\nreview_by: 12\nsources: https://a.example/x ; https://b.example\n---\n\n\
             Call us.\n\n---\n\nThen wait.\n",
        )
        .unwrap();
        assert_eq!(
            (file.title.as_str(), file.slug.as_str()),
            ("Fever: when to call", "fever")
        );
        assert_eq!(file.review_months, Some(12));
        assert_eq!(file.sources, "https://a.example/x\nhttps://b.example");
        assert_eq!(file.body, "Call us.\n\n---\n\nThen wait.");
    }

    #[test]
    fn what_is_wrong_with_a_file_is_told_by_its_line() {
        assert_eq!(article("title: x"), Err(NoArticle::NoHead));
        assert_eq!(article(""), Err(NoArticle::NoHead));
        assert_eq!(article("---\ntitle: x\n"), Err(NoArticle::NoEnd));
        assert_eq!(article("---\nnonsense\n---\n"), Err(NoArticle::NoKey(2)));
        assert_eq!(
            article("---\ntitle: x\nauthor: y\n---\n"),
            Err(NoArticle::Unknown(3))
        );
        assert_eq!(article("---\nreview_by: soon\n---\n"), Err(NoArticle::Months(2)));
    }

    #[test]
    fn categories_come_in_their_order_with_a_name_a_language() {
        let read = categories("# slug\torder\tEnglish\tSpanish\nb\t2\tB\tBe\na\t1\tA\tÁ\n\t3\tx\n\n");
        let told: Vec<_> = read
            .iter()
            .map(|line| (line.slug.as_str(), line.names.join("/")))
            .collect();
        assert_eq!(told, [("a", "A/Á".to_owned()), ("b", "B/Be".to_owned())]);
    }
}
