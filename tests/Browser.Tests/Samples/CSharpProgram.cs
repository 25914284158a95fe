using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Browser.Tests.Samples;

/// <summary>A C# sample, compiled as <c>dotnet run file.cs</c> compiles it: with implicit usings and nullable references, but in this process, because the command takes seconds for each.</summary>
internal static class CSharpProgram
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string RuntimeConfig = """
        { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }
        """;

    private static readonly MetadataReference[] Framework =
    [
        .. Directory
            .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>Compiles it beside its source and returns the program, or what the compiler complains about.</summary>
    public static (string Program, IReadOnlyList<string> Complaints) Compile(string source)
    {
        var program = Path.ChangeExtension(source, ".dll");
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var result = CSharpCompilation
            .Create(
                Path.GetFileNameWithoutExtension(source),
                [CSharpSyntaxTree.ParseText(File.ReadAllText(source), options), CSharpSyntaxTree.ParseText(Usings, options)],
                Framework,
                new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
            )
            .Emit(program);
        File.WriteAllText(Path.ChangeExtension(source, ".runtimeconfig.json"), RuntimeConfig);
        return (
            program,
            [.. result.Diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning).Select(one => one.ToString())]
        );
    }

    private static bool IsManaged(string file) => !Path.GetFileName(file).Contains(".Native", StringComparison.Ordinal);
}
