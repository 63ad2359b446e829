# What the program says, in English. For planners and ministers' advisers: short sentences, the point first, names instead of
# ids, one word for one thing. Counts choose their plural; other numbers come in written.

## Words

hello = Hello { $name }.
