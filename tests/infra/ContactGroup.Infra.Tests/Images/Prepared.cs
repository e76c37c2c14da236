using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Images;

/// <summary>What <c>infra/docker/prepare</c> makes, in a folder of a test.</summary>
internal static class Prepared
{
    public static async Task MakeAsync(string folder) =>
        Assert.Equal(0, await RunningProcess.EndAsync("bash", [Repository.Path("infra/docker/prepare"), "--folder", folder]));

    public static Dictionary<string, string> Secrets(string folder) => File.ReadLines(Path.Combine(folder, ".env"))
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
