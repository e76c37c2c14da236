using System.Runtime.CompilerServices;

namespace ContactGroup.Testing;

/// <summary>A page of <c>docs/reference</c> that is generated from the code. UPDATE_APPROVED=1 writes it; otherwise a difference is an answer.</summary>
public static class ApprovedPage
{
    /// <summary>Whether the page says what the code says; otherwise a sentence that says what to do.</summary>
    public static string? Difference(string page, string generated)
    {
        var path = Path.Combine(Root(), "docs", "reference", page);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }

        return File.Exists(path) && string.Equals(File.ReadAllText(path), generated, StringComparison.Ordinal)
            ? null
            : $"docs/reference/{page} is not what the code says; run this test with UPDATE_APPROVED=1.";
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ContactGroup.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
