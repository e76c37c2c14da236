using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements;

/// <summary>An act does not fit the present version or the time that it is. Thrown inside the unit of work, so that it is rolled back, key and all.</summary>
internal sealed class ActRefusedException(ProblemHttpResult problem) : Exception
{
    /// <summary>Fields do not hold together.</summary>
    public ActRefusedException(FieldChecks checks)
        : this(Problems.Invalid(checks)) => Errors = checks.Errors;

    public ProblemHttpResult Problem { get; } = problem;

    /// <summary>Remedies by field; empty when it is not about fields.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
