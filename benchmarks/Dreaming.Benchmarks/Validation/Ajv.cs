using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Dreaming.Benchmarks.Documents;

namespace Dreaming.Benchmarks.Validation;

/// <summary>Runs ajv under Node: JSON.parse and the compiled validator, on the same documents.</summary>
internal static class Ajv
{
    private const string Package = "ajv@8.20";

    private const string Script = """
        const fs = require('fs');
        const Ajv = require('ajv/dist/2020').default;
        const corpus = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
        // Formats are annotations to ajv unless another package is added: it checks less here than the others do.
        const ajv = new Ajv({ strict: false, validateFormats: false });
        const validators = corpus.schemas.map(s => ajv.compile(JSON.parse(s)));
        const documents = corpus.documents;
        const pass = () => { let n = 0; for (const d of documents) if (validators[d.contract](JSON.parse(d.text))) n++; return n; };
        let accepted = 0, passes = 0;
        const begin = process.hrtime.bigint();
        while (process.hrtime.bigint() - begin < 1000000000n) { accepted = pass(); passes++; }
        // Turns of two milliseconds, as the others have.
        passes = Math.max(1, Math.round(passes / 500));
        const times = [];
        for (let round = 0; round < 201; round++) {
          const t = process.hrtime.bigint();
          for (let i = 0; i < passes; i++) pass();
          times.push(Number(process.hrtime.bigint() - t) / passes / documents.length);
        }
        console.log(JSON.stringify({ rounds: times, accepted }));
        """;

    /// <summary>What ajv took; null where Node or the package is not to be had.</summary>
    public static async Task<Timing?> RunAsync(Corpus corpus, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("dreaming-ajv-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{"private":true}""", ct);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "time.js"), Script, ct);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "corpus.json"),
                JsonSerializer.Serialize(new
                {
                    schemas = corpus.Contracts.Select(c => c.Schema),
                    documents = corpus.Documents.Select(d => new { contract = d.Contract, text = d.Text }),
                }),
                ct);
            if (await OutputAsync(folder, "npm", ["install", "--no-audit", "--no-fund", "--silent", Package], ct) is null
                || await OutputAsync(folder, "node", ["time.js", "corpus.json"], ct) is not { } output)
                return null;
            using var result = JsonDocument.Parse(output);
            return new("ajv (JSON.parse + validate)", [.. result.RootElement.GetProperty("rounds").EnumerateArray().Select(t => t.GetDouble())], double.NaN, result.RootElement.GetProperty("accepted").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> OutputAsync(DirectoryInfo folder, string program, string[] arguments, CancellationToken ct)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(ct);
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode == 0)
                return output;
            await Console.Error.WriteLineAsync($"{program} failed: {(await errors).Trim()}");
        }
        catch (Win32Exception)
        {
            // The program is not installed.
            await Console.Error.WriteLineAsync($"{program} was not found");
        }

        return null;
    }
}
