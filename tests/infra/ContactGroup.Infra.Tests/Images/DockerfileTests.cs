using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Images;

public sealed class DockerfileTests
{
    public static TheoryData<string> Targets => [.. Dockerfile.Targets.Select(stage => stage.Name)];

    [Fact]
    public void Every_host_of_the_project_is_a_target()
    {
        var hosts = Directory.GetFiles(Repository.Path("services"), "*.Host.csproj", SearchOption.AllDirectories).Select(project => Path.GetFileNameWithoutExtension(project).Split('.')[1].ToLowerInvariant());

        Assert.Equal(hosts.Append("standalone").Append("edge").Order(StringComparer.Ordinal), Dockerfile.Targets.Select(stage => stage.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void An_image_runs_as_somebody_without_rights_and_says_whether_it_is_ready(string target)
    {
        var stage = Target(target);

        Assert.Equal("10001:10001", Dockerfile.Find(stage, "USER")!.Argument);
        Assert.Contains("/usr/local/bin/is-ready", Dockerfile.Find(stage, "HEALTHCHECK")!.Argument, StringComparison.Ordinal);
        Assert.NotEmpty(Dockerfile.Find(stage, "ENTRYPOINT")!.Words());
        Assert.DoesNotContain(stage.Instructions.SkipWhile(instruction => instruction.Name != "USER"), instruction => instruction.Name == "RUN");
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_an_image_starts_was_published_into_it(string target)
    {
        if (Dockerfile.Find(Target(target), "ENTRYPOINT")!.Words() is not ["dotnet", var program])
        {
            Assert.Equal("edge", target);
            return;
        }

        var publish = Dockerfile.Stages.Single(stage => stage.Name == "build").Instructions.Single(instruction => instruction.Argument.EndsWith($"/out/{target}", StringComparison.Ordinal) || instruction.Argument.Contains($"/out/{target} ", StringComparison.Ordinal));
        var project = publish.Argument.Split(' ')[2];

        Assert.Equal(Path.GetFileNameWithoutExtension(program), Path.GetFileName(project));
        Assert.True(Directory.Exists(Repository.Path(project)), project);
        Assert.Contains(Target(target).Instructions, instruction => instruction is { Name: "COPY" } && instruction.Argument == $"--from=build /out/{target}/ ./");
    }

    [Fact]
    public void Images_begin_with_a_version_and_fetch_nothing_by_themselves()
    {
        var names = Dockerfile.Stages.Select(stage => stage.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(Dockerfile.Stages.Where(stage => !names.Contains(stage.From)), stage => Assert.Matches("^[a-z0-9./-]+:[0-9][0-9a-z.-]*$", stage.From));
        Assert.All(
            Dockerfile.Stages.SelectMany(stage => stage.Instructions),
            instruction => Assert.Contains(instruction.Name, (string[])["WORKDIR", "COPY", "RUN", "ENV", "EXPOSE", "USER", "HEALTHCHECK", "ENTRYPOINT", "CMD"]));
        Assert.DoesNotContain(Dockerfile.Stages.SelectMany(stage => stage.Instructions), instruction => instruction.Name is "RUN" or "COPY" && instruction.Argument.Contains("://", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_copied_is_there_and_let_into_the_build()
    {
        var allowed = File.ReadLines(Repository.Path(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = Dockerfile.Stages.SelectMany(stage => stage.Instructions)
            .Where(instruction => instruction.Name == "COPY" && !instruction.Argument.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(instruction => instruction.Argument.Split(' ').Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1))
            .Select(path => path.TrimEnd('/')).ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.Path(path)), path));
        Assert.All(copied, path => Assert.Contains(allowed, root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal)));
    }

    private static Stage Target(string name) => Dockerfile.Targets.Single(stage => stage.Name == name);
}
