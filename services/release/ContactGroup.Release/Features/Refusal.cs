using ContactGroup.Hosting.Web;

namespace ContactGroup.Release.Features;

/// <summary>How a command ended, as the receipt that a repeat of it gets again.</summary>
/// <param name="Code">Code of the refusal; null when it was carried out.</param>
/// <param name="Errors">Remedies by field, when fields are what is wrong.</param>
internal sealed record Refusal(string? Code, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public static Refusal None { get; } = new(Code: null);

    public static Refusal Of(ProblemCode code) => new(code.Code);

    public static Refusal Of(FieldChecks checks) => new(ProblemCode.FieldInvalid.Code, checks.Errors);

    public IResult ToResult()
    {
        if (Code is null)
        {
            return TypedResults.NoContent();
        }

        var checks = new FieldChecks();
        foreach (var (field, remedies) in Errors ?? new Dictionary<string, string[]>(StringComparer.Ordinal))
        {
            checks.Add(field, remedies[0]);
        }

        return checks.Failed
            ? Problems.Invalid(checks)
            : Problems.Refused(ProblemCode.All.First(known => string.Equals(known.Code, Code, StringComparison.Ordinal)));
    }
}
