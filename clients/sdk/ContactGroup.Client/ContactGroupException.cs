using System.Net;

namespace ContactGroup.Client;

/// <summary>A call that the server refused, or that did not reach it.</summary>
public sealed class ContactGroupException : Exception
{
    private static readonly IReadOnlyDictionary<string, string[]> NoErrors = new Dictionary<string, string[]>(StringComparer.Ordinal);

    internal ContactGroupException(
        string code, HttpStatusCode? status, string sentence, IReadOnlyDictionary<string, string[]>? errors = null, Exception? inner = null)
        : base(sentence, inner)
    {
        Code = code;
        Status = status;
        Errors = errors ?? NoErrors;
    }

    /// <summary>A stable code, one of <see cref="ErrorCodes"/> or another of the server's.</summary>
    public string Code { get; }

    /// <summary>The HTTP status, or null when there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Field path to sentences that say how to mend it; empty unless the code is <see cref="ErrorCodes.FieldInvalid"/>.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; }

    /// <summary>The audience of now; null unless the code is <see cref="ErrorCodes.AudienceWidened"/>.</summary>
    public WiderAudience? Audience { get; internal init; }
}
