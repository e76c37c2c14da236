using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Seals facts with authenticated encryption under the shared key ring, so that outbox, broker and error queues never hold content in clear. The
/// name of the fact is bound in: one kind of fact cannot be passed off as another.
/// </summary>
internal sealed class FactSeal(IDataProtectionProvider keys)
{
    private readonly IDataProtector root = keys.CreateProtector("ContactGroup.Bus.v1");
    private readonly ConcurrentDictionary<Type, IDataProtector> byFact = new();

    public byte[] Seal<T>(T fact)
        where T : class => Of<T>().Protect(JsonSerializer.SerializeToUtf8Bytes(fact, FactJson.Options));

    public T Open<T>(byte[] payload)
        where T : class =>
        JsonSerializer.Deserialize<T>(Of<T>().Unprotect(payload), FactJson.Options) ?? throw new JsonException("A sealed fact holds null.");

    private IDataProtector Of<T>()
        where T : class => byFact.GetOrAdd(typeof(T), _ => root.CreateProtector(FactNames.Of<T>()));
}
