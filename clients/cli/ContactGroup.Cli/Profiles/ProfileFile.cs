using System.Text.Json;

namespace ContactGroup.Cli.Profiles;

/// <summary>A profile on disk: readable by its owner only, replaced whole, and changed by one process at a time.</summary>
internal sealed class ProfileFile(string path, TimeProvider clock)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    public string Path { get; } = path;

    public async Task<Profile?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllBytesAsync(Path, cancellationToken);
            return JsonSerializer.Deserialize<Profile>(text, JsonSerializerOptions.Web);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw new CliException(ExitCode.Refused, $"The profile {Path} cannot be read.", "Delete the file and sign in again: contactgroup login");
        }
    }

    public async Task<Profile?> ChangeAsync(Func<Profile?, CancellationToken, Task<Profile?>> change, CancellationToken cancellationToken)
    {
        MakeFolder();
        await using var turn = await LockAsync(cancellationToken);
        var changed = await change(await ReadAsync(cancellationToken), cancellationToken);
        await WriteAsync(changed);
        return changed;
    }

    /// <summary>Who besides the owner may read the file; null when nobody can, or when the system has no such modes.</summary>
    public UnixFileMode? ExposedTo() =>
        !OperatingSystem.IsWindows() && File.Exists(Path) && (File.GetUnixFileMode(Path) & ~OwnerOnly) is var rest and not UnixFileMode.None ? rest : null;

    private async Task WriteAsync(Profile? profile)
    {
        if (profile is null)
        {
            File.Delete(Path);
            return;
        }

        var next = Path + ".next";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // A refresh token that was used but not kept is lost, so this is not cancelled half-way.
        await using (var file = new FileStream(next, options))
        {
            await JsonSerializer.SerializeAsync(file, profile, JsonSerializerOptions.Web, CancellationToken.None);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, Path, overwrite: true);
    }

    private void MakeFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(since) < LockPatience)
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
        }
    }
}
