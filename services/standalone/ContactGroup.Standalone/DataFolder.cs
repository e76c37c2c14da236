namespace ContactGroup.Standalone;

/// <summary>The folder that holds everything this process keeps: readable by its owner alone, used by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    /// <summary>Creates the folder when it is not there and takes it for this process; the operating system gives it back however the process ends.</summary>
    /// <returns>The folder; null when another process has it.</returns>
    public static DataFolder? TryTake(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        try
        {
            return new DataFolder(new FileStream(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();
}
