//! The words and signs of a file of Rust, as far as paths need them.

/// A word or a sign, and its line.
pub type Token = (usize, String);

pub fn is_name(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// The paths of a tree such as `a::{b, c::d as e}` with the names that they have there; gives the place behind it.
pub fn tree(tokens: &[Token], mut at: usize, before: &[String], leaves: &mut Vec<(Vec<String>, String)>) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.1.as_str());
    let mut path = before.to_vec();
    loop {
        match word(at) {
            "{" => {
                at += 1;
                while !matches!(word(at), "}" | "") {
                    at = tree(tokens, at, &path, leaves);
                    at += usize::from(word(at) == ",");
                }
                return at + 1;
            }
            "::" => at += 1,
            "as" => {
                leaves.push((path, word(at + 1).to_owned()));
                return at + 2;
            }
            name if is_name(name) => {
                if name != "self" || path.is_empty() {
                    path.push(name.to_owned());
                }
                at += 1;
            }
            "*" => at += 1,
            _ => {
                let name = path.last().cloned().unwrap_or_default();
                leaves.push((path, name));
                return at;
            }
        }
    }
}

/// The words and signs of a text with their lines, without comments and without what stands in quotes.
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let letter = |at: usize| letters.get(at).copied().unwrap_or('\0');
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while at < letters.len() {
        let from = at;
        match letter(at) {
            '/' if letter(at + 1) == '/' => {
                while at < letters.len() && letter(at) != '\n' {
                    at += 1;
                }
            }
            'r' if letter(at + 1) == '"' || (letter(at + 1) == '#' && matches!(letter(at + 2), '"' | '#')) => {
                let signs = letters[at + 1..].iter().take_while(|it| **it == '#').count();
                let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', signs)).collect();
                at += signs + 2;
                while at < letters.len() && !letters[at..].starts_with(&end) {
                    at += 1;
                }
                at += end.len();
            }
            '"' => {
                at += 1;
                while at < letters.len() && letter(at) != '"' {
                    at += if letter(at) == '\\' { 2 } else { 1 }
                }
                at += 1;
            }
            '\'' if letter(at + 1) == '\\' => {
                at += 3;
                while at < letters.len() && letter(at) != '\'' {
                    at += 1;
                }
                at += 1;
            }
            '\'' if letter(at + 2) == '\'' => at += 3,
            ':' if letter(at + 1) == ':' => {
                tokens.push((line, "::".to_owned()));
                at += 2;
            }
            it if it.is_alphanumeric() || it == '_' => {
                while letter(at).is_alphanumeric() || letter(at) == '_' {
                    at += 1;
                }
                tokens.push((line, letters[from..at].iter().collect()));
            }
            it => {
                if !it.is_whitespace() {
                    tokens.push((line, it.to_string()));
                }
                at += 1;
            }
        }
        line += letters[from..at.min(letters.len())].iter().filter(|it| **it == '\n').count();
    }
    tokens
}

/// The tokens without the items behind `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.1.as_str());
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if mark.iter().enumerate().any(|(after, sign)| word(at + after) != *sign) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += mark.len();
        let (mut depth, is_use) = (0_usize, word(at) == "use" || word(at + 1) == "use");
        loop {
            match word(at) {
                "" => break,
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if depth == 0 && (word(at - 1) == ";" || (word(at - 1) == "}" && !is_use)) {
                break;
            }
        }
    }
    kept
}
