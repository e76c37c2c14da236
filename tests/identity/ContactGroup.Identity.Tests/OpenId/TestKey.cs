using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>A key of a provider: signs, and shows its public half as a key set does.</summary>
internal sealed record TestKey(string Id, string Algorithm, JsonObject Published, Func<byte[], byte[]> Sign)
{
    public static TestKey Rsa(string algorithm = "RS256", int bits = 2048)
    {
        var rsa = RSA.Create(bits);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var padding = algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return Of(
            algorithm,
            new JsonObject { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(numbers.Modulus), ["e"] = Base64UrlEncoder.Encode(numbers.Exponent) },
            data => rsa.SignData(data, HashAlgorithmName.SHA256, padding));
    }

    public static TestKey Curve()
    {
        var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = curve.ExportParameters(includePrivateParameters: false).Q;
        return Of(
            "ES256",
            new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y) },
            data => curve.SignData(data, HashAlgorithmName.SHA256));
    }

    /// <summary>The same key under a new name, as good as a new one for whoever reads the key set; to make one takes long.</summary>
    public TestKey Renamed()
    {
        var (id, published) = (Contracts.Ids.New(), (JsonObject)Published.DeepClone());
        published["kid"] = id;
        return this with { Id = id, Published = published };
    }

    private static TestKey Of(string algorithm, JsonObject published, Func<byte[], byte[]> sign)
    {
        var id = Contracts.Ids.New();
        (published["kid"], published["alg"], published["use"]) = (id, algorithm, "sig");
        return new TestKey(id, algorithm, published, sign);
    }
}
