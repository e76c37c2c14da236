using System.Runtime.InteropServices;

namespace ContactGroup.Hosting.Blobs;

/// <summary>Folders and files that only the account of the process can read, and that a folder's entry is on disk.</summary>
internal static class OwnersFolder
{
    /// <summary>How a file is created that nobody else can read.</summary>
    public static FileStreamOptions NewFile
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return options;
        }
    }

    public static void Create(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    /// <summary>Brings the entries of a folder to disk: a file that was moved there is otherwise lost with the power. Windows does so by itself.</summary>
    public static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var folder = NativeMethods.Open(path, 0);
        if (folder >= 0)
        {
            _ = NativeMethods.FSync(folder);
            _ = NativeMethods.Close(folder);
        }
    }

    // .NET opens no folder, so there is no managed way to flush one.
    private static class NativeMethods
    {
#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code; three calls do not.
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int FSync(int file);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Close(int file);
#pragma warning restore SYSLIB1054
    }
}
