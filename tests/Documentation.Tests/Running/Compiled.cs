using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Documentation.Tests.Running;

/// <summary>Compiles what stands for a part of a reader's own project, beside stand-ins for the rest of it.</summary>
internal static class Compiled
{
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        global using Xunit;
        global using DevelopmentHosting;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Time.Testing;

        public interface IClock;
        public sealed class FixedClock : IClock;
        public sealed class Greet;
        public sealed class Counter { public int Greetings => 1; }
        public static class Program { public static void Main() { } }
        """;

    /// <returns>The compiler's errors; empty when there are none.</returns>
    public static IReadOnlyList<string> Complaints(string source)
    {
        // Everything that the host of these tests was given, so also all that they refer to.
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "part",
            [CSharpSyntaxTree.ParseText(Surroundings), CSharpSyntaxTree.ParseText(source)],
            assemblies.Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, mainTypeName: "Program")
        );
        return
        [
            .. compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }
}
