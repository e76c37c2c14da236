using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ContactGroup.Classification;

/// <summary>A release policy as written: a named, versioned list of grants. Its JSON form is described by <c>services/policies/policy.schema.json</c>.</summary>
public sealed class PolicyDocument
{
    /// <summary>Largest document in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    internal PolicyDocument(string name, int version, IReadOnlyList<Grant> grants, IReadOnlyList<Withholding> withholdings)
    {
        Name = name;
        Version = version;
        Grants = grants;
        Withholdings = withholdings;
    }

    /// <summary>Name, a slug: <c>humanitarian-space</c>.</summary>
    public string Name { get; }

    /// <summary>Version, from 1.</summary>
    public int Version { get; }

    /// <summary>What is given.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>Where the policy says on purpose that nothing is given.</summary>
    public IReadOnlyList<Withholding> Withholdings { get; }

    /// <summary>Reads a document.</summary>
    /// <exception cref="PolicyFormatException">It cannot be read; the exception lists every reason.</exception>
    public static PolicyDocument Parse(ReadOnlySpan<byte> utf8) => TryParse(utf8, out var document, out var errors) ? document : throw new PolicyFormatException(errors);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static PolicyDocument Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a document or says everything that is wrong with it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out PolicyDocument? document, out IReadOnlyList<PolicyError> errors)
    {
        var reader = new PolicyReader();
        document = reader.Read(utf8);
        errors = reader.Errors;
        return document is not null;
    }

    /// <summary>Name and version as views carry them: <c>humanitarian-space@1</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
