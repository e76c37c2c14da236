using System.Runtime.InteropServices;

namespace ContactGroup.Classification;

/// <summary>What a policy as written gives for one question, before floors.</summary>
/// <param name="Granted">What all grants give together.</param>
/// <param name="Immediate">What the automatic grants give together.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WrittenCell(Disclosure Granted, Disclosure Immediate)
{
    /// <summary>All that is granted, automatic only if the automatic grants give all of it.</summary>
    public Disclosure Gated => Granted.With(Granted.IsAtMost(Immediate) ? Gate.Automatic : Gate.Review);

    /// <summary>Whether this shows no more than the other, at once and after review.</summary>
    public bool IsAtMost(WrittenCell other) =>
        Immediate.IsAtMost(other.Immediate) && Granted.With(Gate.Review).IsAtMost(other.Granted.With(Gate.Review));

    public static WrittenCell Of(PolicyDocument document, in Question question)
    {
        var granted = Disclosure.Withheld;
        var immediate = Disclosure.Withheld;
        foreach (var grant in document.Grants)
        {
            if (grant.Scope.Covers(question))
            {
                granted = granted.Join(grant.Disclosure);
                immediate = grant.Disclosure.Gate == Gate.Automatic ? immediate.Join(grant.Disclosure) : immediate;
            }
        }

        return new WrittenCell(granted, immediate);
    }
}
