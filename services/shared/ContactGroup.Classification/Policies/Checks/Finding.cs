namespace ContactGroup.Classification;

/// <summary>One cell in which a rule is broken.</summary>
internal sealed record Finding(int Rule, string Subject, Question Example, Func<string> Words)
{
    // Sentences are only written for the cell that is shown: a broken rule is often broken in thousands.
    public string Sentence => Words();
}
