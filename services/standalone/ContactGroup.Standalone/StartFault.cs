using System.Net.Sockets;
using ContactGroup.Classification;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ContactGroup.Standalone;

/// <summary>What hinders a start and what its operator can mend, told in a sentence instead of a stack trace.</summary>
internal static class StartFault
{
    /// <summary>The sentence, or null for a fault of the program itself.</summary>
    public static string? Explain(Exception failure, StartCommand start) => failure switch
    {
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        InvalidOperationException { InnerException: ArgumentException or FormatException } setting
            when setting.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => setting.Message,
        PolicyFormatException or PolicyRefusedException => $"Release:PolicyFile: {failure.Message}",
        SqliteException store => $"The data folder {start.DataFolder} cannot be used: {store.Message}",
        SocketException network => $"--urls: this process cannot listen there: {network.Message}.",
        IOException or UnauthorizedAccessException => failure.Message,
        _ => null,
    };
}
