using ContactGroup.Hosting.Bus;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 11: a module exports only its module class; no module references another; the standalone host contains no logic.</summary>
public sealed class ModuleShapeTests
{
    public static TheoryData<string> Modules => [.. Product.Modules.Select(module => module.Assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_exports_only_its_module_class(string module)
    {
        var exported = Product.ModuleAssemblies.Single(assembly => assembly.GetName().Name == module).GetExportedTypes();

        Assert.Equal([Product.Modules.Single(type => type.Assembly.GetName().Name == module)], exported);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_references_the_shared_libraries_and_no_other_module(string module)
    {
        string[] shared = [.. new[] { Product.Classification, Product.Contracts, Product.Hosting }.Select(assembly => assembly.GetName().Name!)];

        var ours = Product.ModuleAssemblies.Single(assembly => assembly.GetName().Name == module).GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(name => name.StartsWith("ContactGroup.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(shared, StringComparer.Ordinal));
    }

    [Fact]
    public void The_engine_references_nothing_but_the_framework()
    {
        var references = Product.Classification.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_engine_touches_neither_files_nor_network_nor_clock_nor_chance()
    {
        string[] outside = ["System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Net.", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Environment", "System.Security.Cryptography."];

        // A hash is a function of its input: the fingerprint of a table.
        var touched = TypeReferences.Of(Product.Classification)
            .Where(type => type != "System.Security.Cryptography.SHA256" && outside.Any(name => type.StartsWith(name, StringComparison.Ordinal)));

        Assert.Empty(touched);
    }

    [Fact]
    public void The_standalone_host_answers_no_port_and_consumes_no_fact()
    {
        var logic = Product.Standalone.GetTypes().Where(type =>
            type.GetInterfaces().Any(face => face.Assembly == Product.Contracts)
            || (type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(FactConsumer<>)));

        Assert.Empty(logic);
    }

    [Fact]
    public void The_standalone_host_is_small()
    {
        var folder = Path.Combine(Product.Repository.FullName, "services", "standalone", "ContactGroup.Standalone");
        var files = Directory.GetFiles(folder, "*.cs").ToDictionary(path => Path.GetFileName(path), path => File.ReadLines(path).Count(), StringComparer.Ordinal);

        Assert.True(files["Program.cs"] <= 60, "Program.cs is one screen");
        Assert.True(files.Values.Sum() <= 400, "wiring, pages, folder and greeting; anything that decides belongs in a module");
    }
}
