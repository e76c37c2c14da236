using System.Text.RegularExpressions;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// The caller's name for one request, from the header <c>Idempotency-Key</c>: 8 to 128 characters of <c>A-Z a-z 0-9 . _ : -</c>. Bound as a handler
/// parameter; a request without it is refused with CG-1005. <c>default</c> is not a key.
/// </summary>
/// <param name="Value">The key as sent.</param>
public readonly partial record struct IdempotencyKey(string Value)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Reads the key of a request. Called by the framework.</summary>
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context)
    {
        var values = context.Request.Headers[Header];
        return values is [{ } value] && Shape().IsMatch(value)
            ? ValueTask.FromResult(new IdempotencyKey(value))
            : throw new RefusedException(ProblemCode.IdempotencyKeyMissing);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:\-]{8,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
