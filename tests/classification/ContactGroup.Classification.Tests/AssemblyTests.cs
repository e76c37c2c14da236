using System.Reflection;

namespace ContactGroup.Classification.Tests;

public sealed class AssemblyTests
{
    private static readonly Assembly Engine = typeof(PolicyTable).Assembly;

    [Fact]
    public void The_engine_references_nothing_besides_the_framework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(Engine.GetReferencedAssemblies(), reference => Assert.True(File.Exists(Path.Combine(framework, $"{reference.Name}.dll")), reference.FullName));
    }

    [Fact]
    public void The_engine_reaches_no_file_no_network_no_clock_and_no_thread()
    {
        string[] banned = ["System.IO.FileSystem", "System.Net.", "System.Threading", "Microsoft.Extensions.", "System.Diagnostics.Process"];

        Assert.DoesNotContain(Engine.GetReferencedAssemblies(), reference =>
            banned.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal)) && !string.Equals(reference.Name, "System.Threading", StringComparison.Ordinal));
    }

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        RepositoryFiles.Approve("tests/classification/ContactGroup.Classification.Tests/Approved/public-surface.txt", PublicSurface.Of(Engine));
    }
}
