using System.Text.Json;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Images;

/// <summary>One instruction of the Dockerfile.</summary>
internal sealed record Instruction(string Name, string Argument)
{
    /// <summary>The words of an instruction in its exec form.</summary>
    public string[] Words() => JsonSerializer.Deserialize<string[]>(Argument)!;
}

/// <summary>One stage of the Dockerfile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Image or stage that it begins with.</param>
/// <param name="Instructions">What follows.</param>
internal sealed record Stage(string Name, string From, IReadOnlyList<Instruction> Instructions);

/// <summary>The file <c>infra/docker/Dockerfile</c>. It uses no line continuations and no parser directives, so that reading it stays this simple.</summary>
internal static class Dockerfile
{
    public static IReadOnlyList<Stage> Stages { get; } = [.. Read(Repository.Text("infra/docker/Dockerfile"))];

    /// <summary>What becomes an image of its own.</summary>
    public static IReadOnlyList<Stage> Targets { get; } = [.. Stages.Where(stage => Find(stage, "ENTRYPOINT") is not null)];

    /// <summary>The last instruction of a name, of a stage or of what it begins with.</summary>
    public static Instruction? Find(Stage stage, string name) => stage.Instructions.LastOrDefault(instruction => instruction.Name == name)
        ?? (Stages.FirstOrDefault(other => other.Name == stage.From) is { } before ? Find(before, name) : null);

    private static IEnumerable<Stage> Read(string text)
    {
        var instructions = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Select(pair => new Instruction(pair[0], pair[1]))
            .ToList();
        for (var start = 0; start < instructions.Count;)
        {
            var from = instructions[start];
            Assert.Equal("FROM", from.Name);
            var words = from.Argument.Split(' ');
            Assert.Equal("AS", words[1]);
            var own = instructions.Skip(start + 1).TakeWhile(instruction => instruction.Name != "FROM").ToList();
            yield return new Stage(words[2], words[0], own);
            start += own.Count + 1;
        }
    }
}
