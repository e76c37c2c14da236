namespace ContactGroup.Standalone;

/// <summary>The folder that holds everything this process keeps: readable by its owner alone, used by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    /// <summary>Creates the folder when it is not there and takes it for this process; the operating system gives it back however the process ends.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static DataFolder Take(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return new DataFolder(new FileStream(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    public void Dispose() => held.Dispose();
}
