namespace Dreaming.Reports.Html;

/// <summary>How the report looks.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet. Reads without colour, in the dark, on a phone and on paper.</summary>
    public const string Css = """
        :root {
          --paper: #faf9f6; --card: #ffffff; --ink: #1e2331; --soft: #5a6072; --line: #e3e0d8; --tint: #f1effa; --accent: #4a4fa3;
          --good: #1d6b4b; --bad: #a02f28; --doubt: #7d5300; --good-tint: #e9f4ee; --bad-tint: #fbeceb; --doubt-tint: #fbf3e2;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
          --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #12141c; --card: #191c27; --ink: #e7e5df; --soft: #a5a9b8; --line: #2d3140; --tint: #232742; --accent: #aab2ff;
            --good: #7fd3a8; --bad: #ff9f95; --doubt: #eec472; --good-tint: #16291f; --bad-tint: #331c1c; --doubt-tint: #2e2614;
          }
        }
        * { box-sizing: border-box; }
        html { color-scheme: light dark; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
        nav { padding: 1rem 1.25rem 0; font-size: .875rem; }
        nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; }
        nav a { color: var(--soft); text-decoration: none; display: inline-block; padding: .2rem 0; }
        nav a:hover, nav a:focus { color: var(--accent); text-decoration: underline; text-underline-offset: .25em; }
        main { padding: 1.25rem; max-width: 66rem; margin: 0 auto; }
        h1, h2 { font-family: var(--serif); font-weight: 500; line-height: 1.15; text-wrap: balance; }
        h1 { font-size: clamp(2rem, 6vw, 3.25rem); letter-spacing: -.015em; margin: .25rem 0 1rem; max-width: 20em; }
        h2 { font-size: 1.7rem; margin: 0 0 1rem; }
        h3 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
        h4 { font-size: 1rem; margin: 0; display: inline; font-weight: 600; }
        p { margin: .5rem 0 1rem; max-width: 46em; }
        code, pre { font-family: var(--mono); font-size: .84em; }
        section { margin-top: 4rem; padding-top: 2rem; border-top: 1px solid var(--line); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
        .eyebrow { color: var(--soft); font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; margin: 1rem 0 0; }
        .lead { font-size: 1.1rem; }
        .note { color: var(--soft); font-size: .875rem; }
        .who { display: block; color: var(--soft); font-size: .75rem; letter-spacing: .04em; text-transform: uppercase; }
        .good { color: var(--good); } .bad { color: var(--bad); } .doubt { color: var(--doubt); }
        .badge { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: 0 .75em; font-size: .875rem; font-weight: 600; line-height: 1.7; }
        .badge.good { background: var(--good-tint); } .badge.bad { background: var(--bad-tint); } .badge.doubt { background: var(--doubt-tint); }
        .verdict { font-weight: 600; white-space: nowrap; }
        .tag { display: inline-block; border: 1px solid var(--line); border-radius: 999px; padding: 0 .6em; font-size: .75rem; color: var(--soft); white-space: nowrap; }
        .hidden-character { font: 600 .72em/1.2 var(--mono); color: var(--bad); background: var(--bad-tint); border: 1px dotted currentColor; border-radius: 3px; padding: 0 .25em; unicode-bidi: isolate; }

        .rates { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 2rem; margin: 2rem 0; padding: clamp(1rem, 4vw, 1.5rem); background: var(--card); border: 1px solid var(--line); border-radius: 14px; }
        .from-to { display: flex; align-items: center; gap: clamp(.6rem, 3vw, 2rem); }
        .rate { margin: 0; }
        .rate strong { display: block; font: 500 clamp(2rem, 7vw, 3.25rem)/1.1 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
        .rates .note { margin: .25rem 0 0; }
        .arrow { font-size: 1.75rem; color: var(--soft); }
        .axis-note { flex: 1 1 16rem; min-width: 0; }
        .counts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); gap: 1.5rem clamp(1rem, 3vw, 2rem); margin: 0; }
        @media (min-width: 48rem) { .counts { grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); } }
        .counts div { border-top: 1px solid var(--line); padding-top: .6rem; }
        .counts dt { font-size: .875rem; } .counts dd { margin: 0; }
        .figure { font: 500 1.75rem/1.3 var(--serif); font-variant-numeric: lining-nums tabular-nums; }

        .reasons { list-style: none; margin: 0 0 2rem; padding: 0; }
        .reasons li { color: var(--ink); border-left: 3px solid; border-color: var(--line); padding: .15rem 0 .15rem 1rem; margin: 0 0 .75rem; max-width: 52em; }
        .reasons.good li { border-color: var(--good); } .reasons.bad li { border-color: var(--bad); } .reasons.doubt li { border-color: var(--doubt); }

        .scroll { overflow-x: auto; margin: 1.25rem 0 .5rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
        caption { text-align: left; padding: .9rem .8rem .5rem; font-weight: 600; }
        caption span { display: block; position: sticky; left: .8rem; width: fit-content; max-width: min(46rem, calc(100vw - 4.25rem)); }
        th, td { padding: .5rem .8rem; text-align: left; vertical-align: middle; border-top: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 500; font-size: .8125rem; vertical-align: bottom; border-top: 0; min-width: 4.5rem; }
        tbody th { font-weight: 500; min-width: 8rem; }
        .group th { background: var(--paper); color: var(--soft); font-size: .8125rem; padding: .3rem .8rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        td.number { white-space: nowrap; }
        .criterion { min-width: 17rem; } .criterion span { font-weight: 400; } .criterion code { color: var(--soft); }
        .cell { font-variant-numeric: tabular-nums; min-width: 6.75rem; }
        .never { color: var(--doubt); background: var(--doubt-tint); } .undeclared { color: var(--soft); font-style: italic; }

        .bar { display: block; width: 12rem; height: 1.9rem; }
        .bar[viewBox$="24"] { height: 1.4rem; }
        .bar.large { width: 100%; max-width: 27rem; height: auto; }
        .bar text { font: 8px var(--sans); fill: var(--soft); }
        .bar line { stroke-width: 1.5; stroke: var(--line); }
        .bar line.axis { stroke: var(--soft); stroke-width: 1; } .bar line.tick { stroke-width: 1; }
        .bar line.margin { stroke: var(--bad); stroke-dasharray: 3 2; }
        .bar line.before { stroke: var(--soft); } .bar line.after { stroke: var(--accent); stroke-width: 2; }
        .bar circle.before { fill: var(--card); stroke: var(--soft); stroke-width: 1.5; } .bar circle.after { fill: var(--accent); }

        .automaton { display: block; max-width: 100%; height: auto; margin: .5rem 0; }
        .automaton text { font: 11px var(--sans); fill: var(--ink); }
        .automaton .step { stroke: var(--soft); stroke-width: 1.3; } .automaton .head { fill: var(--soft); stroke: none; }
        .automaton .step.never { stroke: var(--doubt); stroke-dasharray: 4 3; } .automaton .head.never { fill: var(--doubt); }
        .automaton circle { fill: var(--card); stroke: var(--soft); stroke-width: 1.3; }
        .automaton .good circle { stroke: var(--good); fill: var(--good-tint); } .automaton .bad circle { stroke: var(--bad); fill: var(--bad-tint); }
        .automaton .doubt circle { stroke: var(--doubt); fill: var(--doubt-tint); }

        details { margin: .5rem 0; }
        summary { cursor: pointer; padding: .4rem 0; }
        .scenario > summary { border-bottom: 1px solid var(--line); }
        .failure, .repair { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .15rem 1rem; }
        .failure > summary code { color: var(--soft); font-size: .75rem; }
        .failure[open], .repair[open] { padding-bottom: 1rem; }
        pre { white-space: pre-wrap; margin: .35rem 0; max-width: 100%; }
        .transcript { list-style: none; margin: 1rem 0; padding: 0; display: flex; flex-direction: column; gap: .6rem; }
        .transcript li { border-radius: 12px; padding: .55rem .9rem; max-width: min(44rem, 94%); border: 1px solid var(--line); }
        .transcript .user { align-self: flex-start; background: var(--paper); border-bottom-left-radius: 3px; }
        .transcript .agent { align-self: flex-end; background: var(--tint); border-color: transparent; border-bottom-right-radius: 3px; }
        .transcript .tool { align-self: flex-end; width: min(44rem, 94%); border-style: dashed; }
        .transcript .end { align-self: center; border: 0; color: var(--soft); font-size: .875rem; text-align: center; }
        .transcript .violated { border: 1px solid var(--bad); }
        .transcript p { margin: .1rem 0; } .words { white-space: pre-wrap; }
        .breach { color: var(--bad); background: var(--bad-tint); border-radius: 6px; padding: .35rem .6rem; text-align: left; }
        .call b { color: var(--accent); font-weight: 600; }
        .verdicts { padding-left: 1.1rem; font-size: .9375rem; } .verdicts li { margin: .2rem 0; }
        .replay code, .commands { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .15rem .45rem; }
        .commands { background: var(--card); padding: 1rem; line-height: 1.8; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
        .pair > div { border-left: 3px solid; padding-left: .9rem; min-width: 0; }
        .pair .attempted { border-color: var(--bad); } .pair .corrected { border-color: var(--good); }
        .identity { display: grid; gap: .35rem; } .identity div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
        .identity dt { color: var(--soft); width: 11rem; } .identity dd { margin: 0; min-width: 0; }

        @media (max-width: 47.99rem) {
          tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--card); min-width: 7rem; max-width: 11rem; overflow-wrap: break-word; border-right: 1px solid var(--line); }
          tbody th.criterion { max-width: 12rem; min-width: 12rem; }
        }
        @media (min-width: 84rem) {
          body { display: grid; grid-template-columns: 15rem minmax(0, 66rem); justify-content: center; column-gap: 2.5rem; }
          nav { position: sticky; top: 0; align-self: start; padding: 5.5rem 0 0 1rem; }
          nav ul { flex-direction: column; gap: .35rem; }
          main { padding: 3rem 1.25rem 6rem; margin: 0; width: 100%; }
        }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f3f3f8; --accent: #33387f; --good: #14553b; --bad: #8c231d; --doubt: #6b4700; --good-tint: #fff; --bad-tint: #fff; --doubt-tint: #fff; }
          html { color-scheme: light; } body { font-size: 10pt; } nav, .skip { display: none; } main { padding: 0; max-width: none; }
          section { margin-top: 1.5rem; padding-top: 1rem; } h2, h3, h4, summary, caption { break-after: avoid; } tr, .transcript li { break-inside: avoid; }
          .scroll { overflow: visible; } caption span { max-width: none; } th, td { padding: .25rem .4rem; white-space: normal; min-width: 0; } .criterion { min-width: 0; } .bar { width: 7rem; height: 1.4rem; }
          details::details-content { display: block; content-visibility: visible; height: auto; }
          details:not([open]) > *:not(summary) { display: revert; }
          summary { list-style: none; }
        }
        """;
}
