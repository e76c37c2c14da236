using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;

namespace ContactGroup.Separation.Observing;

/// <summary>Something the observer asks.</summary>
/// <param name="What">The question in words that are the same in both worlds.</param>
/// <param name="Method">Method.</param>
/// <param name="Path">Path with query.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="Headers">Further header lines, each ending with CRLF.</param>
internal sealed record Question(string What, string Method, string Path, string? Body = null, string Headers = "")
{
    public static Question Get(string what, string path, string headers = "") => new(what, "GET", path, null, headers);

    public static Question Post(string what, string path, JsonObject body, string key) =>
        new(what, "POST", path, body.ToJsonString(), $"Idempotency-Key: {key}\r\n");

    /// <summary>Bytes of a file, in place of JSON.</summary>
    public byte[]? Bytes { get; init; }

    public RawRequest With(string token) => new(Method, Path, token, Body, Headers) { Bytes = Bytes };
}
