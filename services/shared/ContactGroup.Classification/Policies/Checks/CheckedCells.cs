namespace ContactGroup.Classification;

/// <summary>Every cell of a policy as written that an item can ever meet, with words for counterexamples.</summary>
internal sealed class CheckedCells
{
    private readonly WrittenCell[] _cells = new WrittenCell[TableIndex.Size];

    public CheckedCells(PolicyDocument document)
    {
        Document = document;
        Questions = [.. TableIndex.Questions.Where(question => !question.IsContradictory)];
        foreach (var question in Questions)
        {
            _cells[TableIndex.Of(question)] = WrittenCell.Of(document, question);
        }
    }

    public PolicyDocument Document { get; }

    public IReadOnlyList<Question> Questions { get; }

    public WrittenCell this[in Question question] => _cells[TableIndex.Of(question)];

    /// <summary>The first class, or else existence or gate, in which one cell shows more than another.</summary>
    public static string Excess(WrittenCell more, WrittenCell less)
    {
        foreach (var fieldClass in Codes.Classes.Codes)
        {
            if (more.Granted[fieldClass] > less.Granted[fieldClass])
            {
                return $"{Codes.Format(fieldClass)} ({Codes.Format(more.Granted[fieldClass])})";
            }
        }

        if (more.Granted.IsVisible && !less.Granted.IsVisible)
        {
            return "that the item exists";
        }

        foreach (var fieldClass in Codes.Classes.Codes)
        {
            if (more.Immediate[fieldClass] > less.Immediate[fieldClass])
            {
                return $"{Codes.Format(fieldClass)} ({Codes.Format(more.Immediate[fieldClass])}) without review";
            }
        }

        return "the item without review";
    }

    /// <summary>The first grant for the question whose disclosure is one of those meant; there must be one.</summary>
    public string GrantOf(Question question, Predicate<Disclosure> isMeant) =>
        Document.Grants.First(grant => grant.Scope.Covers(question) && isMeant(grant.Disclosure)).Id;
}
