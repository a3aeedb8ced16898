// A client made of the document of notes by public generators: that it type-checks is the test. What must not type-check
// says so.
import createClient from "openapi-fetch";
import type { components, paths } from "./notes";

const client = createClient<paths>({
  baseUrl: "http://127.0.0.1:8080",
  headers: { authorization: "Bearer milk-and-bread" },
});

export async function rename(id: number, tag: string, title: string): Promise<string> {
  const { data, error } = await client.PATCH("/api/notes/{id}", {
    params: { path: { id }, header: { "If-Match": tag } },
    body: { title },
  });
  if (data) {
    const note: components["schemas"]["Note"] = data;
    return note.title;
  }
  // Each problem has its own type, told apart by its status.
  switch (error.status) {
    case 404:
      return error.title satisfies "Not Found";
    case 409:
      return error.title satisfies "Title taken";
    case 412:
      return error.title satisfies "Precondition Failed";
    case 422:
      return error.errors.map((mistake) => mistake.detail).join(", ");
    default:
      return error.detail ?? error.title;
  }
}

export async function titles(): Promise<string[]> {
  const { data } = await client.GET("/api/notes", { params: { query: { limit: 7 } } });
  // A page may be text too.
  return typeof data === "object" ? data.map((note) => note.title) : [];
}

export async function create(): Promise<number | undefined> {
  const { data, response } = await client.POST("/api/notes", { body: { title: "Milk", body: "" } });
  console.log(response.headers.get("location"));
  return data?.id;
}

// @ts-expect-error a note has a title
client.POST("/api/notes", { body: {} });
// @ts-expect-error a change says what it has seen
client.PATCH("/api/notes/{id}", { params: { path: { id: 7 } }, body: { title: "Milk" } });
// @ts-expect-error an id is a number
client.GET("/api/notes/{id}", { params: { path: { id: "seven" } } });
// @ts-expect-error there is no such path
client.GET("/api/nowhere");
