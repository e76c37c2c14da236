using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Answers of RFC 9457 with a stable <c>code</c>. They carry no instance and no trace id: two answers with the same code and fields are the same
/// bytes, because a difference would tell absent from invisible.
/// </summary>
public static class Problems
{
    /// <summary>The one answer for what does not exist and for what the caller may not see.</summary>
    public static ProblemHttpResult NotFound() => Refused(ProblemCode.NotFound);

    /// <summary>The fields that failed their checks, each with a remedy.</summary>
    public static ProblemHttpResult Invalid(FieldChecks checks) => Create(ProblemCode.FieldInvalid, null, checks.Errors);

    /// <summary>One field that failed, with its remedy.</summary>
    public static ProblemHttpResult Invalid(string field, string remedy) =>
        Create(ProblemCode.FieldInvalid, null, new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [remedy] });

    /// <summary>A refusal with the code's own remedy.</summary>
    public static ProblemHttpResult Refused(ProblemCode code) => Create(code, null, null);

    /// <summary>A refusal with a sentence that fits the occasion better than the code's own. Never put content or other people's data in it.</summary>
    public static ProblemHttpResult Refused(ProblemCode code, string detail) => Create(code, detail, null);

    internal static ProblemHttpResult Create(
        ProblemCode code, string? detail, IReadOnlyDictionary<string, string[]>? errors, IReadOnlyDictionary<string, object?>? members = null)
    {
        var problem = new ProblemDetails { Type = code.Type, Title = code.Title, Status = code.Status, Detail = detail ?? code.Remedy };
        problem.Extensions["code"] = code.Code;
        if (errors is { Count: > 0 })
        {
            problem.Extensions["errors"] = errors;
        }

        foreach (var (name, value) in members ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }
}
