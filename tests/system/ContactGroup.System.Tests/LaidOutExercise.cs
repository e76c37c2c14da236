using ContactGroup.Testing;

namespace ContactGroup.System.Tests;

/// <summary>An exercise that was laid out once for all tests that start it in a folder of their own: laying it out takes thrice the time of a start on what lies there.</summary>
internal sealed class LaidOutExercise
{
    private readonly Lazy<Task<TemporaryFolder>> laidOut = new(LayOutAsync);

    /// <summary>The exercise.</summary>
    public static LaidOutExercise One { get; } = new();

    /// <summary>Another deployment: nothing in it has an id or a secret of the first.</summary>
    public static LaidOutExercise Another { get; } = new();

    /// <summary>Starts it on a copy.</summary>
    public async Task<StandaloneProcess> StartAsync(string dataFolder)
    {
        await CopyToAsync(dataFolder);
        return await StandaloneProcess.StartExerciseAsync(dataFolder);
    }

    /// <summary>Puts a copy into a folder, as the process left it that was killed.</summary>
    public async Task CopyToAsync(string dataFolder)
    {
        var from = (await laidOut.Value).Path;
        Directory.CreateDirectory(dataFolder);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(dataFolder, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(dataFolder, Path.GetRelativePath(from, file)));
        }
    }

    private static async Task<TemporaryFolder> LayOutAsync()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var process = await StandaloneProcess.StartExerciseAsync(folder.Path);
        await process.KillAsync();
        return folder;
    }
}
