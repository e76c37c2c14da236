using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Ports;

/// <summary>
/// Seals internal calls under the shared key ring: only processes of the deployment can ask, only they can read, and an answer belongs to one question.
/// A question is good for a minute, so that one that was written down cannot be asked again later.
/// </summary>
internal sealed class PortSeal(IDataProtectionProvider keys, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },

        // Nobody but the other process reads it, and an Arabic letter is two bytes in the place of six.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IDataProtector root = keys.CreateProtector("ContactGroup.Ports.v1");

    public (byte[] Sealed, string Nonce) Ask(PortMethod method, IReadOnlyList<object?> arguments)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var texts = arguments.Zip(method.Arguments, (argument, type) => JsonSerializer.SerializeToElement(argument, type, Json)).ToList();
        var question = JsonSerializer.SerializeToUtf8Bytes(new Question(clock.GetUtcNow(), nonce, texts), Json);
        return (root.CreateProtector("ask", method.Path).Protect(question), nonce);
    }

    /// <summary>Opens a question.</summary>
    /// <exception cref="CryptographicException">It is not one of this deployment, not for this method, or too old.</exception>
    public (IReadOnlyList<object?> Arguments, string Nonce) OpenAsked(PortMethod method, byte[] body)
    {
        var question = JsonSerializer.Deserialize<Question>(root.CreateProtector("ask", method.Path).Unprotect(body), Json)!;
        return (clock.GetUtcNow() - question.At).Duration() <= GoodFor && question.Arguments.Count == method.Arguments.Count
            ? ([.. question.Arguments.Zip(method.Arguments, (text, type) => text.Deserialize(type, Json))], question.Nonce)
            : throw new CryptographicException("The question is too old, or the clocks of two machines differ by more than a minute.");
    }

    public byte[] Answer(PortMethod method, string nonce, object? result) =>
        root.CreateProtector("answer", method.Path, nonce).Protect(JsonSerializer.SerializeToUtf8Bytes(result, method.Result ?? typeof(object), Json));

    public T OpenAnswer<T>(PortMethod method, string nonce, byte[] body) =>
        JsonSerializer.Deserialize<T>(root.CreateProtector("answer", method.Path, nonce).Unprotect(body), Json)!;

    private sealed record Question(DateTimeOffset At, string Nonce, IReadOnlyList<JsonElement> Arguments);
}
