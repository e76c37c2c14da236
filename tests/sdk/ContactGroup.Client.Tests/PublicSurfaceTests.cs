using System.Reflection;
using System.Text;

namespace ContactGroup.Client.Tests;

public sealed class PublicSurfaceTests
{
    /// <summary>A difference is a decision about the public surface: look at it, then write it down with UPDATE_APPROVED=1.</summary>
    [Fact]
    public async Task The_public_surface_is_the_approved_one()
    {
        var repository = typeof(PublicSurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;
        var approved = Path.Combine(repository, "tests/sdk/ContactGroup.Client.Tests/approved-surface.txt");
        var found = Describe(typeof(ContactGroupClient).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is "1")
        {
            await File.WriteAllTextAsync(approved, found);
        }

        Assert.Equal(await File.ReadAllTextAsync(approved), found);
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(IsWritten)
                .Select(m => m is TypeInfo ? null : m.ToString())
                .OfType<string>()
                .Order(StringComparer.Ordinal);
            foreach (var member in members)
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    // What the compiler adds to records and properties is no decision of ours.
    private static bool IsWritten(MemberInfo member) =>
        member is not MethodInfo { IsSpecialName: true }
        && member is not MethodInfo { Name: "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "<Clone>$" };
}
