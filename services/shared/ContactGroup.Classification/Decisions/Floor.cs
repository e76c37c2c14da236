namespace ContactGroup.Classification;

/// <summary>A rule that no policy, moderator or author can exceed. Floors are code.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Sentence">The rule as a sentence.</param>
internal sealed record Floor(string Id, string Sentence)
{
    /// <summary>Whether the rule says something about this question.</summary>
    public required Func<Question, bool> Applies { get; init; }

    /// <summary>The most that may be shown where it applies.</summary>
    public required Disclosure Ceiling { get; init; }

    public static Disclosure Without(params ReadOnlySpan<FieldClass> classes)
    {
        var ceiling = Disclosure.Everything;
        foreach (var fieldClass in classes)
        {
            ceiling = ceiling.With(fieldClass, Grain.None);
        }

        return ceiling;
    }
}
