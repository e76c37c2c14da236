namespace ContactGroup.Hosting.Web;

/// <summary>
/// A refusal from a place that cannot return an answer, such as the binding of a parameter or the inside of a transaction. The edge turns it into the
/// problem of its code. Expected refusals of a handler are return values, not this.
/// </summary>
public class RefusedException : Exception
{
    /// <summary>Refuses with a code and, where that helps, the field and its remedy.</summary>
    public RefusedException(ProblemCode code, string? field = null, string? remedy = null)
        : base(code.Code)
    {
        Code = code;
        if (field is not null)
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [remedy ?? code.Remedy] };
        }
    }

    /// <summary>The code that is answered.</summary>
    public ProblemCode Code { get; }

    /// <summary>Field paths with remedies; null when no field is at fault.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members of the problem, which tell the caller nothing that they may not know.</summary>
    public IReadOnlyDictionary<string, object?>? Members { get; init; }
}

/// <summary>The same idempotency key came with another command. Thrown inside the transaction, so that nothing is stored.</summary>
public sealed class IdempotencyConflict() : RefusedException(ProblemCode.IdempotencyConflict);
