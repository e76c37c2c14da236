using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Shared;

/// <summary>
/// Names of keys on the shared server. Whoever reads the server learns no person and no address: a name is a keyed hash, and the key comes from the key
/// ring, so that every process of the deployment makes the same.
/// </summary>
internal sealed class SharedNames(IServiceProvider services, IOptions<SharedOptions> options)
{
    // A key ring that cannot be read now is read again by who asks next.
    private readonly Lazy<byte[]> secret = new(() => Derive(services), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The key under which something is counted of somebody.</summary>
    /// <param name="kind">What is counted; in clear.</param>
    /// <param name="of">Of whom.</param>
    public string Of(string kind, string of) =>
        $"{options.Value.KeyPrefix}{kind}:{Convert.ToHexStringLower(HMACSHA256.HashData(secret.Value, Encoding.UTF8.GetBytes($"{kind}\n{of}")).AsSpan(0, 16))}";

    // The oldest key: it stays in the ring when newer ones come, so names do not change.
    private static byte[] Derive(IServiceProvider services)
    {
        var keys = services.GetRequiredService<IKeyManager>();
        var oldest = Oldest(keys);
        if (oldest is null)
        {
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector("ContactGroup.Shared.v1").Protect([]); // Makes the first.
            oldest = Oldest(keys);
        }

        var material = oldest!.Descriptor.ExportToXml().SerializedDescriptorElement.DescendantsAndSelf().Single(element => element.Name.LocalName == "value").Value;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(material), 32, info: "ContactGroup.Shared.v1"u8.ToArray());
    }

    private static IKey? Oldest(IKeyManager keys) => keys.GetAllKeys().Where(key => !key.IsRevoked).MinBy(key => key.CreationDate);
}
