using ContactGroup.Contracts.Release;

namespace ContactGroup.Hosting.Web;

/// <summary>Turns what speaks against a draft into a refusal. Called inside the command, so that nothing is stored and the key stays usable.</summary>
public static class DraftRefusals
{
    /// <summary>Refuses a draft that is marked, or whose audience is wider than its author was shown.</summary>
    /// <exception cref="RefusedException">CG-4040 or CG-3020.</exception>
    public static void Require(this DraftVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.MarkedFields.Count > 0)
        {
            throw new RefusedException(ProblemCode.MarkedAboveUnclassified)
            {
                Errors = verdict.MarkedFields.ToDictionary(field => field, _ => new[] { ProblemCode.MarkedAboveUnclassified.Remedy }, StringComparer.Ordinal),
            };
        }

        if (verdict.Wider is { } wider)
        {
            throw new RefusedException(ProblemCode.AudienceWidened)
            {
                Members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["views"] = wider.Views, ["fingerprint"] = wider.Fingerprint },
            };
        }
    }
}
