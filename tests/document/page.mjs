// Opens the page of a running app in headless Chromium, sends a request from it, and takes a picture.
// node page.mjs ORIGIN TOKEN CHROMIUM PICTURE
import puppeteer from "puppeteer-core";

const [origin, token, chromium, picture] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 1600 });
  const elsewhere = [];
  const failures = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) elsewhere.push(url);
  });
  page.on("pageerror", (error) => failures.push(String(error)));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await page.goto(`${origin}/docs`, { waitUntil: "networkidle0", timeout: 30_000 });

  const shown = ".opblock-summary-path, .opblock-summary-path__deprecated";
  const operations = await page.$$eval(shown, (paths) => paths.map((path) => path.textContent));
  check(operations.length === 6, `6 operations are shown, not ${operations.length}: ${operations}`);

  const deprecated = await page.$$eval(".opblock-deprecated", (operations) => operations.map(({ id }) => id));
  check(deprecated.join() === "operations-notes-titles", `what is deprecated is shown so: ${deprecated}`);

  // The token is given to the page, as a person does it.
  await (await page.waitForSelector(".auth-wrapper .authorize", { timeout: 10_000 })).click();
  await (await page.waitForSelector(".auth-container input", { timeout: 10_000 })).type(token);
  await (await page.waitForSelector(".auth-btn-wrapper .authorize", { timeout: 10_000 })).click();
  await (await page.waitForSelector(".auth-btn-wrapper .btn-done", { timeout: 10_000 })).click();

  // Try it: a note is created by the page.
  const create = await page.waitForSelector("#operations-notes-create", { timeout: 10_000 });
  await (await create.$(".opblock-summary-control")).click();
  await (await create.waitForSelector(".try-out__btn", { timeout: 10_000 })).click();
  const body = await create.waitForSelector("textarea.body-param__text", { timeout: 10_000 });
  await body.evaluate((area) => area.select());
  await body.type(JSON.stringify({ title: `tried at ${Date.now()}` }));
  await (await create.waitForSelector(".execute", { timeout: 10_000 })).click();
  const status = await create.waitForSelector(".live-responses-table tbody .response-col_status", { timeout: 10_000 });
  const answered = await status.evaluate((cell) => cell.textContent.trim());
  check(answered.startsWith("201"), `the request from the page is answered with ${answered}`);

  check(elsewhere.length === 0, `the page asks elsewhere: ${elsewhere}`);
  check(failures.length === 0, `the page fails: ${failures}`);
  await page.screenshot({ path: picture });
  console.log(`the page shows ${operations.length} operations and tries one; picture: ${picture}`);
} finally {
  await browser.close();
}

function check(holds, what) {
  if (!holds) throw new Error(what);
}
