using System.Runtime.Versioning;

// Containers, scripts and modes of files.
[assembly: SupportedOSPlatform("linux")]
